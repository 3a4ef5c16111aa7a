"""What people write on texts: labelled stretches, relations, claims, notes; one function a verb, each one edit.

``marking`` and ``relating`` are the verbs, ``reading`` what screens and exporters ask for. ``carrying`` moves
stretches through corrections, ``seeking`` finds those again that lost their place.
"""
