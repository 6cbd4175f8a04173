//go:build gen

// Command bench prints the budgets with what this machine measures.
package main

import (
	"os"

	"github.com/lintel-iac/lintel/internal/bench"
)

func main() { os.Exit(bench.Main(os.Args[1:], os.Stdout, os.Stderr)) }
