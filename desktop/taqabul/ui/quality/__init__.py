"""The scorecard in the window: what the marked errors come to, where they are, a report to print."""
