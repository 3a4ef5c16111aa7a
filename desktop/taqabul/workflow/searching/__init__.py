"""Finds words in the texts and notes of a bitext or a whole library, the way readers of Arabic mean them.

``finding`` asks and says where the hits stand, ``matching`` looks for what is written, ``fuzzy`` for what
sounds or is spelt alike, ``meaning`` for what says the like.
"""

from taqabul.workflow.searching.finding import Found, Hit, find

__all__ = ["Found", "Hit", "find"]
