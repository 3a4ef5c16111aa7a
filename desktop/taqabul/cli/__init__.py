"""The stages for scripts: one module a command, over the same workflow as the window.

``application.run`` is the way in; ``terminal`` is how all of them speak: results on standard output,
everything else on standard error.
"""
