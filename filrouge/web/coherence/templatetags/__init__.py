"""The template tags of the coherence pages."""
