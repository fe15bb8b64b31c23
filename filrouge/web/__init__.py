"""The pages: one folder a capability, each with its views, forms, addresses, templates and catalogues."""
