"""Scripts that build and keep the project; none of them is part of the package."""
