package view

import (
	"iter"
	"net/netip"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Condition is one comparison of a statement: an operator, the key of the
// request's context, and the values of which one has to fit.
type Condition struct {
	Operator string // as written, "ForAnyValue:StringLike"; "" if not known
	Key      string // as written, "aws:SourceArn"; "" if not known
	Values   model.Value
	// present says that the statement also wants the key to be there at all.
	present bool
}

// Conditions yields the comparisons of the statement, all of which must hold,
// sorted by operator and key.
func (s *Statement) Conditions() iter.Seq[Condition] {
	return slices.Values(s.conditions)
}

func conditions(v *model.Value) []Condition {
	operators, ok := v.Data.(model.Members)
	if !ok || v.State != model.Known {
		if v.State == model.Unknown {
			return []Condition{{Values: *v}}
		}
		return nil
	}
	var all []Condition
	for operator, v := range operators.All() {
		keys, ok := v.Data.(model.Members)
		if !ok {
			all = append(all, Condition{Operator: operator, Values: v})
		}
		for key, values := range keys.All() {
			c := Condition{Operator: operator, Key: key, Values: values}
			c.present = wantsPresence(operators, key)
			all = append(all, c)
		}
	}
	return all
}

// wantsPresence tells whether a Null comparison wants the key to be there.
func wantsPresence(operators model.Members, key string) bool {
	keys, _ := operators.Named("Null").Data.(model.Members)
	for name, v := range keys.All() {
		if strings.EqualFold(name, key) {
			return v.Contains("false") == model.Yes
		}
	}
	return false
}

// operator is what an operator's name is made of.
type operator struct {
	base     string // in lower case, "stringlike"
	negated  bool
	ifExists bool
	all      bool // ForAllValues: holds for a request without the key
	some     bool // ForAnyValue: does not, even where it is negated
}

func (c Condition) operator() operator {
	var o operator
	name := strings.ToLower(c.Operator)
	if rest, ok := strings.CutPrefix(name, "forallvalues:"); ok {
		o.all, name = true, rest
	}
	name, o.some = strings.CutPrefix(name, "foranyvalue:")
	name, o.ifExists = strings.CutSuffix(name, "ifexists")
	for _, kind := range [...]string{"string", "arn", "ipaddress"} {
		negation := kind + "not"
		if kind == "ipaddress" {
			negation = "notipaddress"
		}
		if rest, ok := strings.CutPrefix(name, negation); ok {
			o.negated, name = true, kind+rest
		}
	}
	o.base = name
	return o
}

// caller says how a value of a context key fixes who calls.
type caller uint8

const (
	byName    caller = iota + 1 // an id or account: any wildcard opens it
	byARN                       // the account in it is enough
	byPath                      // the organization before "/" is enough
	byUser                      // the part before ":" is the role's or user's id
	byAddress                   // a range of addresses
)

// callerKey tells how the value of a context key says who calls or
// from whose network or resource. Among them are those by which S3 decides
// whether a policy is public; the others fix an account, organization, network or machine
// in the same way. Keys that a caller chooses (aws:Referer, aws:UserAgent), or
// that strangers have in common (aws:VpcSourceIp, tags), do not count.
//
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
func callerKey(key string) caller {
	switch strings.ToLower(key) {
	case "aws:sourcearn", "s3:dataaccesspointarn", "aws:principalarn", "aws:sourcevpcarn",
		"ec2:sourceinstancearn", "lambda:sourcefunctionarn", "ssm:sourceinstancearn":
		return byARN
	case "aws:sourceip":
		return byAddress
	case "aws:userid":
		return byUser
	case "aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths":
		return byPath
	case "aws:sourceaccount", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:principalorgid",
		"s3:dataaccesspointaccount", "s3:x-amz-server-side-encryption-aws-kms-key-id", "aws:principalaccount",
		"aws:principalservicename", "aws:sourceorgid", "aws:vpceaccount", "aws:vpceorgid", "aws:ec2instancesourcevpc",
		"kms:calleraccount":
		return byName
	}
	return 0
}

// BindsCaller asks whether the comparison lets only callers through that the
// author named. With IfExists, and with ForAllValues, a request without
// the key passes, and an anonymous one often has none: these do not bind, unless
// a Null comparison wants the key. Nor does a negated operator: it names who
// is kept out.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
func (c Condition) BindsCaller() model.Truth {
	if c.Key == "" {
		return model.Maybe
	}
	o := c.operator()
	if o.negated || (o.ifExists || o.all) && !c.present {
		return model.No
	}
	return c.namesCallers(o)
}

// sparesNamed asks, of a Deny, whether the comparison fits every caller but
// those the author named. A negated operator also fits a request without the key, unless
// it is asked of any value.
func (c Condition) sparesNamed() model.Truth {
	if c.Key == "" {
		return model.Maybe
	}
	o := c.operator()
	if strings.EqualFold(c.Key, "aws:PrincipalIsAWSService") {
		return min(model.Is(o.base == "bool"), containsFold(c.Values, "false")) // services come on their owner's behalf
	}
	if !o.negated || o.some {
		return model.No
	}
	return c.namesCallers(o)
}

// namesCallers asks whether each of the values stands for callers of the
// author's choice.
func (c Condition) namesCallers(o operator) model.Truth {
	kind := callerKey(c.Key)
	if kind == 0 {
		return model.No
	}
	patterns := o.base == "stringlike" || strings.HasPrefix(o.base, "arn")
	switch {
	case o.base == "ipaddress" && kind == byAddress:
		return c.each(narrow, func(string) model.Truth { return model.Maybe })
	case o.base == "stringequals" || o.base == "stringequalsignorecase" || patterns && kind != byAddress:
	default:
		return model.No
	}
	if !patterns {
		// Equality takes * literally, so whatever the value is, it is one caller;
		// but a policy variable stands for what the caller brings along.
		return c.each(noVariable, noVariable)
	}
	fixed := func(s string) model.Truth { return model.Is(kind.fixed(s)) }
	return c.each(fixed, func(start string) model.Truth { return max(model.Maybe, fixed(start+"*")) })
}

func noVariable(s string) model.Truth { return model.Is(!strings.Contains(s, "${")) }

// Confines asks whether the comparison lets only texts through that the question is true
// of. It is asked of each value, and told whether the wildcards in it stand for themselves; of
// one that is known to begin so, with a star for the rest.
// Where not all requests have the key, IfExists and ForAllValues confine nothing.
func (c Condition) Confines(everyRequest bool, question func(value string, literal bool) bool) model.Truth {
	if c.Key == "" {
		return model.Maybe
	}
	o := c.operator()
	if o.negated || (o.ifExists || o.all) && !c.present && !everyRequest {
		return model.No
	}
	literal := o.base == "stringequals" || o.base == "stringequalsignorecase"
	if !literal && o.base != "stringlike" {
		return model.No
	}
	answer := model.Yes
	for v := range c.Values.Elements() {
		answer = min(answer, judge(v, func(s string) model.Truth {
			return model.Is(question(s, literal && !strings.Contains(s, "${")))
		}, func(start string) model.Truth {
			return max(model.Maybe, model.Is(question(start+"*", false)))
		}))
	}
	return answer
}

// each asks about every value, of which one is enough to pass.
func (c Condition) each(known, begun func(string) model.Truth) model.Truth {
	answer := model.Yes
	for v := range c.Values.Elements() {
		if issued(v) {
			continue
		}
		answer = min(answer, judge(v, known, begun))
	}
	return answer
}

// fixed tells whether a pattern of this kind fits only callers of one owner.
func (k caller) fixed(pattern string) bool {
	if !hasWildcard(pattern) {
		return true
	}
	switch k {
	case byUser:
		id, _, ok := strings.Cut(pattern, ":")
		return ok && id != "" && !hasWildcard(id)
	case byPath:
		id, _, ok := strings.Cut(pattern, "/")
		return ok && id != "" && !hasWildcard(id)
	}
	parts := strings.SplitN(pattern, ":", 6)
	if k != byARN || len(parts) < 5 {
		return false
	}
	if startsWithAccount(parts[4]) {
		return true
	}
	// Bucket names are unique among all accounts, and their ARNs have no account.
	bucket, _, _ := strings.Cut(parts[len(parts)-1], "/")
	return len(parts) == 6 && parts[2] == "s3" && bucket != "" && !hasWildcard(bucket)
}

// startsWithAccount tells whether a text begins with the 12 digits of an
// account's id.
func startsWithAccount(s string) bool {
	return len(s) >= 12 && model.IsAccount(s[:12])
}

// narrow tells whether a range of addresses counts as a limit: S3 takes ranges
// broader than /8, or /32 in IPv6, for public.
func narrow(s string) model.Truth {
	p, ok := parseRange(s)
	if !ok {
		return model.No
	}
	return model.Is(inside(p) || narrowEnough(p))
}

func narrowEnough(p netip.Prefix) bool {
	if p.Addr().Is4() {
		return p.Bits() >= 8
	}
	return p.Bits() >= 32
}

// refusesPlainText asks, of a Deny, whether the comparison fits requests that do
// not come over TLS.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
func (c Condition) refusesPlainText() model.Truth {
	if c.Key == "" {
		return model.Maybe
	}
	if !strings.EqualFold(c.Key, "aws:SecureTransport") {
		return model.No
	}
	word := "false"
	o := c.operator()
	switch o.base {
	case "bool", "stringequals", "stringequalsignorecase", "stringlike":
		if o.negated {
			word = "true"
		}
		return containsFold(c.Values, word)
	}
	return model.No
}

// WantsMFA asks whether the statement sets those apart who have signed in with a second
// factor: it allows them alone, or denies all others. A request by an access key does not
// have the keys: what is allowed IfExists is allowed to it, and what is denied has to be.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
func (s *Statement) WantsMFA() model.Truth {
	wanted := model.No
	for _, c := range s.conditions {
		wanted = max(wanted, min(s.Allows(), c.fitsMFA()), min(s.Denies(), c.fitsOthers()))
	}
	return wanted
}

// fitsMFA asks whether only those pass who have signed in with a second factor.
func (c Condition) fitsMFA() model.Truth {
	o := c.operator()
	required := !o.negated && !o.ifExists && !o.all || c.present && !o.negated
	switch {
	case c.Key == "":
		return model.Maybe
	case strings.EqualFold(c.Key, "aws:MultiFactorAuthAge"): // others have none
		return max(model.Is(required && strings.HasPrefix(o.base, "numeric")), c.isNull("false"))
	case strings.EqualFold(c.Key, "aws:MultiFactorAuthPresent") && required:
		return c.saysTrue(o)
	}
	return model.No
}

// fitsOthers asks whether all those pass who have not.
func (c Condition) fitsOthers() model.Truth {
	o := c.operator()
	lacking := (o.negated && !o.some || o.ifExists || o.all) && !c.present
	switch {
	case c.Key == "":
		return model.Maybe
	case strings.EqualFold(c.Key, "aws:MultiFactorAuthAge"):
		return max(model.Is(lacking && strings.HasPrefix(o.base, "numeric")), c.isNull("true"))
	case strings.EqualFold(c.Key, "aws:MultiFactorAuthPresent") && lacking && o.negated:
		return c.saysTrue(o)
	case strings.EqualFold(c.Key, "aws:MultiFactorAuthPresent") && lacking:
		return c.says(o, "false")
	}
	return model.No
}

// says asks whether a comparison of truths has one among its values.
func (c Condition) says(o operator, word string) model.Truth {
	switch o.base {
	case "bool", "stringequals", "stringequalsignorecase", "stringlike":
		return containsFold(c.Values, word)
	}
	return model.No
}

// saysTrue asks whether it has no other than true.
func (c Condition) saysTrue(o operator) model.Truth {
	return min(c.says(o, "true"), model.Not(c.says(o, "false")))
}

// isNull asks whether the comparison is for requests without the key, or with it.
func (c Condition) isNull(word string) model.Truth {
	return min(model.Is(strings.EqualFold(c.Operator, "Null")), containsFold(c.Values, word))
}

func containsFold(v model.Value, word string) model.Truth {
	found := model.No
	for e := range v.Elements() {
		found = max(found, e.IsFold(word))
	}
	return found
}
