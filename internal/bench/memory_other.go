//go:build !unix

package bench

import "os"

// peakMemory is not known here: the process is gone, and its record holds times only.
func peakMemory(*os.ProcessState) int64 { return 0 }
