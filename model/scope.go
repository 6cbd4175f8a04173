package model

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"time"
)

// Format is the kind of input a Scope was read from.
type Format string

const (
	Terraform      Format = "terraform"
	TerraformPlan  Format = "terraform_plan"
	TerraformState Format = "terraform_state"
	CloudFormation Format = "cloudformation"
	Dockerfile     Format = "dockerfile"
	Compose        Format = "compose"
	Live           Format = "live"
)

// Defaults knows what the platform does where an author writes nothing.
type Defaults interface {
	Default(typ, path string, format Format) (any, bool)
}

// Scope is all that one root declares: a root module with its children, a
// plan, a template with its nested ones, an account. It is used by one goroutine at
// a time, but for checks, which may look at it from several once it is settled.
type Scope struct {
	Root      string // folder or file, a slash path relative to the boundary
	Format    Format
	Resources []*Resource // in a fixed order
	Outputs   []Output    // sorted by name
	Defaults  Defaults
	Tracer    Tracer // nil where the input has no such thing
	Settings  Settings
	// Outcomes are what the input may turn out to be where it leaves conditions
	// open; none where there is one. They are judged in the place of the scope, in
	// which all that differs is Unknown.
	Outcomes Outcomes
	// Before is the same root before the change that an input describes, at the
	// addresses that it has now; nil where the input does not tell.
	Before *Scope
	// After is what becomes of the root by a change, for checks of what the change
	// takes away; else nil.
	After *Scope
	// Moves are what the author says of resources that go by another address now.
	Moves []Move
	// Released are the addresses of what the author lets go of without destroying it.
	Released []string

	unasked   []*Resource
	included  []*Scope
	byType    map[string][]*Resource
	byAddress map[string]*Resource
	byBlock   map[string]*Resource // the first instance of each
	memory    sync.Mutex           // of memo
	memo      map[any]*kept
}

// Settings are what the owner of the input decides and checks ask for.
type Settings struct {
	// TrustedRegistries are HOST[/PATH] of images, where HOST may be *.DOMAIN. None
	// means that the owner has not decided.
	TrustedRegistries []string
	// TrustedAccounts are ids of AWS accounts. None means the same.
	TrustedAccounts []string
	// Today is the day on which is judged what loses support; zero stands for that of
	// the run.
	Today time.Time
}

// Day is Today, or the day of the run.
func (s Settings) Day() time.Time {
	if s.Today.IsZero() {
		return time.Now()
	}
	return s.Today
}

// Account is the id of the AWS account that was read, "" for code.
func (s *Scope) Account() string {
	if s.Format != Live {
		return ""
	}
	account, _, _ := strings.Cut(s.Root, "/")
	return account
}

// Move says that what had one address, and all below it, has another.
type Move struct{ From, To string }

// Moved is where an address has moved to, also by several steps.
func Moved(address string, moves []Move) string {
	for range moves {
		i := slices.IndexFunc(moves, func(m Move) bool {
			rest, ok := strings.CutPrefix(address, m.From)
			return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
		})
		if i < 0 {
			break
		}
		address = moves[i].To + address[len(moves[i].From):]
		moves = slices.Delete(slices.Clone(moves), i, i+1)
	}
	return address
}

// Releases tells whether what had an address is let go of, by itself or with its module.
func (s *Scope) Releases(address string) bool {
	return slices.ContainsFunc(s.Released, func(released string) bool {
		rest, ok := strings.CutPrefix(address, released)
		return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}

// Become is what a resource of the scope before a change has become: the one at its
// address, else an instance of its block; nil if it is gone.
func (s *Scope) Become(r *Resource) *Resource {
	if same := s.Resource(Moved(r.Address, s.Moves)); same != nil {
		return same
	}
	if r.Block == "" {
		return nil
	}
	return s.byBlock[Moved(r.Block, s.Moves)]
}

// Output is a named result of the root.
type Output struct {
	Name  string
	Type  json.RawMessage // in cty's JSON form
	Value Value
}

// OfType returns the resources of a type, in the order of the scope.
func (s *Scope) OfType(typ string) []*Resource {
	s.index()
	return s.byType[typ]
}

// Types returns how many resources there are of each type.
func (s *Scope) Types() map[string][]*Resource {
	s.index()
	return s.byType
}

// Resource returns the resource with that address, or nil.
func (s *Scope) Resource(address string) *Resource {
	s.index()
	return s.byAddress[address]
}

// Add puts a resource into the scope.
func (s *Scope) Add(r *Resource) {
	r.Scope = s
	s.Resources = append(s.Resources, r)
	s.byType = nil
}

// Overlook adds what stands for the resources of a type that an account was not asked for. OfType has it; being
// none of the scope's own, it gets no verdict.
func (s *Scope) Overlook(r *Resource) {
	r.Scope = s
	s.unasked = append(s.unasked, r)
	s.byType = nil
}

// Include adds the resources of an input that stands within this one, such as a
// Dockerfile in a Compose file. They keep their own scope, so that what is computed
// of one such input takes nothing of another into account.
func (s *Scope) Include(other *Scope) {
	s.included = append(s.included, other)
	s.Resources = append(s.Resources, other.Resources...)
	s.byType = nil
}

// Configure sets the settings, also of what is included.
func (s *Scope) Configure(settings Settings) {
	s.Settings = settings
	for _, other := range s.included {
		other.Configure(settings)
	}
	for _, o := range s.Outcomes {
		o.Scope.Configure(settings)
	}
}

// Settle prepares a scope that will not change any more, and what it includes, for several who look at it at a time.
func (s *Scope) Settle() {
	s.index()
	for _, other := range s.included {
		other.Settle()
	}
}

func (s *Scope) index() {
	if s.byType != nil {
		return
	}
	s.byType = make(map[string][]*Resource)
	s.byAddress = make(map[string]*Resource, len(s.Resources))
	s.byBlock = make(map[string]*Resource, len(s.Resources))
	for _, r := range s.Resources {
		if s.byBlock[r.Block] == nil {
			s.byBlock[r.Block] = r
		}
		s.byType[r.Type] = append(s.byType[r.Type], r)
		s.byAddress[r.Address] = r
	}
	for _, r := range s.unasked {
		s.byType[r.Type] = append(s.byType[r.Type], r)
	}
}

// Once computes what belongs to a scope once and keeps it: views use it with
// a key of a type of their own.
func Once[T any](s *Scope, key any, compute func() T) T {
	s.memory.Lock()
	k := s.memo[key]
	if k == nil {
		if s.memo == nil {
			s.memo = make(map[any]*kept)
		}
		k = &kept{}
		s.memo[key] = k
	}
	s.memory.Unlock()
	k.once.Do(func() { k.value = compute() })
	return k.value.(T)
}

// kept is what was computed once.
type kept struct {
	once  sync.Once
	value any
}
