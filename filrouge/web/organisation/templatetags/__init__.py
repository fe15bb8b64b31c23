"""The words of this capability's own lists."""
