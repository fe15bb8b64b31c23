"""The home of a person and of an entity, its people, its units and its registers, and the library."""
