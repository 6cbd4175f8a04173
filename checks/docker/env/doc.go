// Package env holds the checks of the variables that a Dockerfile sets, for the build and
// for the container.
package env
