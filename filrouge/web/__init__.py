"""What a person meets in a browser: pages, one package a capability, over the services and selectors of the apps."""
