"""What is said of a document, in words and in order, before any format gives it a form."""
