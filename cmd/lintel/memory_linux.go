package main

import (
	"runtime"
	"sync"
	"syscall"
)

// largePages is for a run that may fill the heap: it has Linux give memory in large pages to
// the part of it that is filled first. A scan of a large tree else spends a sixth of its time
// on being given one small page after another. The part is reserved, marked and left to the
// heap again; it takes no memory before it is used. Where nothing comes of it, all is as before.
var largePages = sync.OnceFunc(func() {
	part := make([]byte, 4*headroom)
	_ = syscall.Madvise(part, syscall.MADV_HUGEPAGE)
	runtime.GC() // the part is all there is to collect
})
