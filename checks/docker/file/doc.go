// Package file holds the checks of what a Dockerfile puts into the image, and where.
package file
