// Package snapshot reads and writes what was seen of deployed accounts: documents in CloudFormation's shape as NDJSON,
// compressed or not, with a note of all that could not be seen. docs/snapshots.md describes the format. A snapshot holds
// what the platform said, not what was made of it, so that a later version can judge it again.
package snapshot

import (
	"encoding/json"
	"fmt"

	"github.com/lintel-iac/lintel/model"
)

// Format and Version stand in the head of each snapshot. Version counts changes that older readers would misread.
const (
	Format  = "lintel-snapshot"
	Version = 1
)

// Global is the region of what belongs to the account as a whole.
const Global = model.Global

// Head is the first line.
type Head struct {
	Format    string `json:"format"`
	Version   int    `json:"version"`
	Tool      string `json:"tool,omitempty"`
	Caller    string `json:"caller,omitempty"` // the ARN of who has read
	Partition string `json:"partition,omitempty"`
	Started   string `json:"started,omitempty"` // RFC 3339
	Redacted  bool   `json:"redacted,omitempty"`
}

// Plan says what is to be read of one region, before it is read: what has no Unit was never reached.
type Plan struct {
	Account string    `json:"account"`
	Region  string    `json:"region"`
	Reads   []Reading `json:"reads"`
}

// Reading is a unit that is planned.
type Reading struct {
	Read  string   `json:"read"`
	Types []string `json:"types"`
}

// Resource is one thing as the platform described it.
type Resource struct {
	// Type is CloudFormation's ("AWS::EC2::Volume"), or Terraform's where CloudFormation has none
	// ("aws_iam_account_password_policy"); the document has the names that go with it.
	Type     string          `json:"type"`
	As       string          `json:"as,omitempty"` // Terraform's type for what the platform has made itself: "aws_default_vpc"
	ID       string          `json:"id"`
	ARN      string          `json:"arn,omitempty"`
	From     string          `json:"from,omitempty"`     // the operation that found it
	Doubtful bool            `json:"doubtful,omitempty"` // it may not be there
	Document json.RawMessage `json:"document"`
	// Unknown are the paths of the document of which nothing is known although something may be there, without
	// indexes. What is neither in the document nor here is not there.
	Unknown map[string]Gap `json:"unknown,omitempty"`
}

// Unit is one list and what was asked of its elements. Its line follows those of its resources and makes them count.
type Unit struct {
	Account   string   `json:"account"`
	Region    string   `json:"region"`
	Read      string   `json:"read"` // "ec2:DescribeVolumes"
	Types     []string `json:"types"`
	State     State    `json:"state"`
	Resources int      `json:"resources"`
	// Unknown holds for all resources of a type, beside what each says itself.
	Unknown map[string]map[string]Gap `json:"unknown,omitempty"`
	Gap     *Gap                      `json:"gap,omitempty"` // what kept it from being complete
	// Missing are the types of which not all is listed; none stands for all of Types, where there is a gap.
	Missing []string `json:"missing,omitempty"`
}

// unlisted are the types of which there may be more than the unit has.
func (u *Unit) unlisted() []string {
	if len(u.Missing) > 0 {
		return u.Missing
	}
	return u.Types
}

// State is how far a reading came.
type State string

const (
	Complete   State = "complete"
	Denied     State = "denied"      // the role may not
	Failed     State = "failed"      // throttled to the end, out of time, a fault of the platform
	NotOffered State = "not-offered" // the service does not exist there, so nothing of it does
	RegionOff  State = "region-off"  // the account has not switched the region on
	// Unread and the following are states of attributes only.
	Unread    State = "unread"     // no operation that is used returns it
	WriteOnly State = "write-only" // the platform gives it out to nobody
	Withheld  State = "withheld"   // it may be a secret, and was not kept
)

// Gap is why something is not known.
type Gap struct {
	State  State  `json:"state"`
	Action string `json:"action,omitempty"` // the permission that it takes, "s3:GetBucketAcl"
	Detail string `json:"detail,omitempty"`
	Set    bool   `json:"set,omitempty"` // something is there
}

// Reason completes "is unknown: …".
func (g Gap) Reason() string {
	switch g.State {
	case Denied:
		if g.Detail != "" {
			return g.Action + " was denied: " + g.Detail
		}
		return g.Action + " was denied"
	case Failed:
		if g.Detail == "" {
			return g.Action + " failed"
		}
		return fmt.Sprintf("%s failed: %s", g.Action, g.Detail)
	case Unread:
		return "no call that is made returns it"
	case WriteOnly:
		return "the platform does not give it out"
	case Withheld:
		return "it may hold a secret and was not kept"
	}
	return "it was not read"
}

// line is any line; one member is set.
type line struct {
	Head     *Head     `json:"head,omitempty"`
	Plan     *Plan     `json:"plan,omitempty"`
	Resource *Resource `json:"resource,omitempty"`
	Unit     *Unit     `json:"unit,omitempty"`
}
