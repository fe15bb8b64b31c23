"""What is stored and who may do what: a stack of Django apps, each with its models, policies, selectors and services."""
