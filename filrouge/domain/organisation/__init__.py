"""What can be said of the names of units and of stakeholders."""
