//go:build gen

// Command newcheck writes the two files of a new check, to be filled in:
//
//	go run -tags gen ./internal/gen/newcheck aws/ebs/volume_unencrypted
package main

import (
	"fmt"
	"os"

	"github.com/lintel-iac/lintel/internal/gen/newcheck/draft"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "newcheck: say which check: PROVIDER/SERVICE/FAULT")
		os.Exit(2)
	}
	written, err := draft.Write("checks", os.Args[1])
	for _, file := range written {
		fmt.Println(file)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "newcheck:", err)
		os.Exit(1)
	}
	fmt.Println("Fill them in, run make generate, then go test ./checks/...")
}
