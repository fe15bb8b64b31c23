"""The look and the frame that every page shares: templates, components, words, errors, the choice of language."""
