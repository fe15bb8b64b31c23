"""Real documents made again as the files that people send: their words, in Word, OpenDocument and PDF."""
