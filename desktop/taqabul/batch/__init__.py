"""Many pairs of files at once, on this machine's processors or on a cluster; nothing of it goes into a library."""
