//go:build unix

package bench

import (
	"os"
	"runtime"
	"syscall"
)

// peakMemory is the most memory the process had resident, in bytes. Darwin says bytes, the others say kilobytes.
func peakMemory(state *os.ProcessState) int64 {
	rusage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(rusage.Maxrss)
	}
	return int64(rusage.Maxrss) << 10
}
