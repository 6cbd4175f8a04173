package rego

import (
	"errors"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/topdown"
)

// Limits of one evaluation, of a policy for one resource. What is usual takes some ten microseconds.
const (
	mostTime   = 2 * time.Second
	mostMemory = 512 << 20 // bytes by which the program may grow meanwhile
	lookEvery  = 20 * time.Millisecond
)

var (
	errTime   = errors.New("it took longer than 2 s")
	errMemory = errors.New("it took more than 512 MB of memory")
)

// budget tells whether a policy has gone over a limit in this run: it is then asked no more.
type budget struct{ over atomic.Bool }

// watch ends an evaluation that goes over a limit. Most are done before it looks for the first time.
type watch struct {
	cancel topdown.Cancel
	timer  *time.Timer
	start  time.Time
	heap   uint64 // when it was looked for the first time
	done   atomic.Bool
	fault  atomic.Pointer[error]
}

func newWatch() *watch {
	w := &watch{cancel: topdown.NewCancel(), start: time.Now()}
	w.timer = time.AfterFunc(time.Hour, w.look) // which reads the timer, so it is started when that is there
	w.timer.Reset(lookEvery)
	return w
}

func (w *watch) look() {
	if w.done.Load() {
		return
	}
	heap := heapBytes()
	if w.heap == 0 {
		w.heap = heap
	}
	switch {
	case time.Since(w.start) > mostTime:
		w.fault.Store(&errTime)
	case heap > w.heap+mostMemory:
		w.fault.Store(&errMemory)
	default:
		w.timer.Reset(lookEvery)
		return
	}
	w.cancel.Cancel()
}

// stop ends the watch. The error says which limit was hit, if one was.
func (w *watch) stop() error {
	w.done.Store(true)
	w.timer.Stop()
	if fault := w.fault.Load(); fault != nil {
		return *fault
	}
	return nil
}

func heapBytes() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
