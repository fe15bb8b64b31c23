"""What is said of the tree of objectives and actions: who answers, what is not linked, what a year holds."""
