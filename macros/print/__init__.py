"""What is printed: worksheets as PDF forms. Only this package knows Typst and PDF."""
