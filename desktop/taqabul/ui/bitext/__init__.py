"""The bitext screen: a model over row ids, a view with its own geometry, painters, the editor, the verbs."""
