package awslive

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"sync/atomic"
)

// What is wrong with all calls, and not with one, ends a run: what was read until then is in the snapshot, and the rest
// is for another run.

// silence counts the calls on end that got no answer, however often they were tried.
type silence struct{ calls atomic.Int32 }

// enough calls without an answer mean that there is no network any more.
const enough = 5

// weigh ends the run where a call has shown that no other will fare better.
func (r *run) weigh(f *fault) {
	if r.end == nil {
		return
	}
	switch {
	case f == nil || f.status != 0 && !f.expired():
		r.silent.calls.Store(0)
	case f.expired() || f.unsigned:
		r.end(f.plain("reading"))
	case errors.Is(f.err, context.Canceled):
	case r.silent.calls.Add(1) >= enough:
		r.end(f.plain("reading"))
	}
}

// expired tells that the credentials are valid no longer.
func (f *fault) expired() bool {
	return f.says("ExpiredToken", "TokenRefreshRequired") || f.code == "RequestExpired"
}

// noHost tells that a host's name is not known, as that of a service is not in a region that it is not offered in.
func (f *fault) noHost() bool {
	var unknown *net.DNSError
	return errors.As(f.err, &unknown) && unknown.IsNotFound && !f.alone
}

// seeHost finds out whether a host's name that is not known is so because no name is: then there is no network.
func (a *Account) seeHost(ctx context.Context, f *fault) {
	if !f.noHost() {
		return
	}
	at, err := url.Parse(a.base(operationOf("sts", "GetCallerIdentity", "", "").service, a.Region))
	if err == nil {
		_, err = net.DefaultResolver.LookupHost(ctx, at.Hostname())
	}
	f.alone = err != nil
}

// unsigned is a fault of the credentials, found before anything is asked.
func unsigned(err error) *fault {
	return &fault{err: fmt.Errorf("no credentials: %w", err), unsigned: true}
}
