"""What may be done with files: bring them in, review them, take them over, give documents back."""
