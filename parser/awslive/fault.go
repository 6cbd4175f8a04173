package awslive

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// A fault is what a service said instead of an answer, or why none came.
type fault struct {
	code    string
	message string
	status  int   // of HTTP, 0 where there was no answer
	err     error // that of the network
	// unsigned: nothing was asked, for want of credentials. alone: other names of hosts are not known either.
	unsigned, alone bool
}

func (f *fault) Error() string {
	if f.err != nil {
		return f.err.Error()
	}
	if f.message == "" {
		return f.code
	}
	return f.code + ": " + f.message
}

func (f *fault) says(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(f.code, w) })
}

// throttled tells a fault that goes away when one asks later and less.
func (f *fault) throttled() bool {
	return f.says("Throttl", "TooManyRequests", "RequestLimitExceeded", "SlowDown", "BandwidthLimitExceeded", "RequestThrottled") ||
		f.status == http.StatusTooManyRequests || f.throttledBehind()
}

// throttledBehind tells that a handler of Cloud Control was throttled by the service behind it.
func (f *fault) throttledBehind() bool {
	return f.says("GeneralService", "HandlerFailure", "ServiceInternal") && strings.Contains(f.message, "Rate exceeded")
}

// passing tells a fault that may go away.
func (f *fault) passing() bool {
	if f.noHost() || f.unsigned || f.expired() {
		return false
	}
	return f.throttled() || f.status >= http.StatusInternalServerError || f.err != nil
}

// denied tells that the caller may not, also where a handler of Cloud Control says so of the call behind it.
func (f *fault) denied() bool {
	return f.says("AccessDenied", "UnauthorizedOperation", "AuthorizationError", "NotAuthorized", "Forbidden") ||
		f.says("GeneralService", "HandlerFailure") && strings.Contains(f.message, "not authorized")
}

// state is what a fault makes of what was asked for.
func (f *fault) state() snapshot.State {
	switch {
	case f.says("SubscriptionRequired", "TypeNotFound"), f.noHost():
		return snapshot.NotOffered
	case f.says("OptInRequired", "InvalidClientTokenId", "UnrecognizedClient", "AuthFailure"):
		return snapshot.RegionOff
	case f.denied():
		return snapshot.Denied
	}
	return snapshot.Failed
}

// gap is the fault as a snapshot has it. What a service says may name resources of others, so only its code is kept.
func (f *fault) gap(permission string) snapshot.Gap {
	g := snapshot.Gap{State: f.state(), Action: permission}
	if g.State == snapshot.Failed {
		switch g.Detail = f.code; {
		case f.err != nil:
			g.Detail = "no answer"
		case f.throttled():
			g.Detail = fmt.Sprintf("throttled each of %d times (%s)", attempts, f.code)
		}
	}
	return g
}
