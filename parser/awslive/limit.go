package awslive

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// seeds are how many calls a second a service is asked at first, by what peers and the documentation say it bears.
var seeds = map[string]float64{
	"cloudcontrol:ListResources": 0.9, "cloudcontrol:GetResource": 10, "iam": 15, "kms": 20, "ec2": 20, "cloudfront": 5, "route53": 5,
	"waf": 5, "waf-regional": 5, "wafv2": 5, "wafv2-global": 5,
}

const otherSeed = 10

// limits has a bucket for each account, region, service and operation: services share nothing but what they share with
// the caller's other tools.
type limits struct {
	mu      sync.Mutex
	buckets map[string]*bucket
	sleep   func(ctx context.Context, d time.Duration) error
}

func newLimits(sleep func(context.Context, time.Duration) error) *limits {
	return &limits{buckets: map[string]*bucket{}, sleep: sleep}
}

func (l *limits) of(account, region string, o *operation) *bucket {
	key := account + "/" + region + "/" + o.name
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.buckets[key]
	if b == nil {
		rate, ok := seeds[o.name]
		if !ok {
			rate, ok = seeds[o.service.name]
		}
		if !ok {
			rate = otherSeed
		}
		b = &bucket{rate: rate}
		l.buckets[key] = b
	}
	return b
}

// bucket gives out turns. The rate is halved when the service says that it is too much, and creeps up while it does not.
type bucket struct {
	mu   sync.Mutex
	rate float64 // turns a second
	next time.Time
	good int
}

const (
	slowest   = 0.05
	creep     = 1.05
	creepEach = 20
	burst     = 2 * time.Second // how long unused turns are kept
)

// turn is how long to wait for the next turn, which is taken.
func (b *bucket) turn(now time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	if earliest := now.Add(-burst); b.next.Before(earliest) {
		b.next = earliest
	}
	wait := b.next.Sub(now)
	b.next = b.next.Add(time.Duration(float64(time.Second) / b.rate))
	return max(0, wait)
}

func (b *bucket) throttled() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.rate, b.good = max(slowest, b.rate/2), 0
}

func (b *bucket) answered() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.good++; b.good%creepEach == 0 {
		b.rate *= creep
	}
}

// attempts are how often one call is tried; what is merely throttled is worth more patience than what is broken.
const (
	attempts       = 12
	brokenAttempts = 4
	firstPause     = 200 * time.Millisecond
	longestPause   = 20 * time.Second
)

// pause is how long to wait before another try: longer each time, and not the same for all who wait.
func pause(try int) time.Duration {
	d := min(longestPause, firstPause<<try)
	return d/2 + rand.N(d/2+1)
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
