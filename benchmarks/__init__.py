"""What is claimed about speed and pictures, runnable by anyone: `make bench`."""
