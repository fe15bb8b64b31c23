"""What a plan is and what can be said of it: plain values and pure functions, without files, Django or a database."""
