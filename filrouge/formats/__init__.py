"""Files in, files out: readers turn a file into blocks, writers turn a document or a report into a file."""
