"""Files in and out: imports with their review, differences, exports, Word templates."""
