"""A kept plan as a file: Word that comes back, PDF, a workbook, JSON. Each writer is imported where it is asked for."""
