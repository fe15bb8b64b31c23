"""What is stored and who may do what: a stack of Django apps, with models, policies, selectors and services."""
