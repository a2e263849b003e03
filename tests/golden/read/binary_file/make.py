"""A PNG's first bytes and noise under the name of a page."""
import random
random.seed(1)
with open("picture.html", "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + bytes(random.randrange(256) for _ in range(5000)))
