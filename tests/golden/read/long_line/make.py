"""One line of 10 MB without a single space."""
with open("long.txt", "w") as file:
    file.write("abcdefghij" * 1_000_000)
