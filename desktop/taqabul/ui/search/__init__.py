"""Finding text in a bitext: the bar that asks, and the finder that lights the hits up."""
