"""A gzip file that ends in its middle."""
import gzip
page = b"<html><body><article>" + b"".join(b"<p>Line %d of a page that nobody will see whole.</p>" % i for i in range(2000)) + b"</article></body></html>"
packed = gzip.compress(page, mtime=0)
with open("cut.html.gz", "wb") as file:
    file.write(packed[: len(packed) // 2])
