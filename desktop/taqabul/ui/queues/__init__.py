"""Work queues in the window: the filter of a bitext, its bar, and how far the work is."""
