"""What the library brought, in every version that a document still answers to."""
