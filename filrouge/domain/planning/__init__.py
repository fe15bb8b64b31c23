"""What is done with plans: from a reading, back to text, what differs between two, how a review corrects them."""
