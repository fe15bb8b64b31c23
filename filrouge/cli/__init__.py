"""The command line: parse what is asked, call the domain, hand the result to a writer."""
