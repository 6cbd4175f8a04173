package awslive

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// Login says with which credentials to begin.
type Login struct {
	Profile string
	Region  string // in which the first calls are made, "" for that of the profile
}

// Role is assumed in accounts other than that of the credentials.
type Role struct {
	Name       string // or ARN
	ExternalID string
}

// ErrNoSDK is what a binary that was built without the SDK says.
var ErrNoSDK = errors.New(`this lintel reads no live accounts: take a released binary, or build one with "go build -tags aws ./cmd/lintel"`)

// caller is what a run may ask before it knows what it reads.
type caller struct{ *run }

func newCaller() caller {
	return caller{&run{limits: newLimits(sleep), slots: make(chan struct{}, 1)}}
}

// Who asks whose the credentials are, and completes the account with that.
func (a *Account) Who(ctx context.Context) (arn string, err error) {
	answer, f := newCaller().ask(ctx, a, a.Region, operationOf("sts", "GetCallerIdentity", "", ""), nil, "")
	if f != nil {
		return "", f.plain("sts:GetCallerIdentity")
	}
	arn = textAt(answer, "Arn")
	a.ID = textAt(answer, "Account")
	if parts := strings.Split(arn, ":"); len(parts) > 1 {
		a.Partition = parts[1]
	}
	return arn, nil
}

// Regions are those that the account has switched on.
func (a *Account) Regions(ctx context.Context) ([]string, error) {
	answer, f := newCaller().ask(ctx, a, a.Region, operationOf("ec2", "DescribeRegions", "", ""), nil, "")
	if f != nil {
		return nil, f.plain("ec2:DescribeRegions")
	}
	var names []string
	for _, row := range rowsAt(answer, "regionInfo.item") {
		names = append(names, textAt(row, "regionName"))
	}
	slices.Sort(names)
	return names, nil
}

// Members are the active accounts of the organisation that this one manages.
func (a *Account) Members(ctx context.Context) ([]string, error) {
	var ids []string
	o := operationOf("organizations", "ListAccounts", "Accounts", "NextToken")
	f := newCaller().pages(ctx, a, a.Region, o, nil, func(answer any) {
		for _, row := range rowsAt(answer, o.rows) {
			if status := textAt(row, "Status"); status == "ACTIVE" || status == "" {
				ids = append(ids, textAt(row, "Id"))
			}
		}
	})
	if f != nil {
		return nil, f.plain("organizations:ListAccounts")
	}
	slices.Sort(ids)
	return ids, nil
}

// Assume is another account, by a role in it.
func (a *Account) Assume(id string, role Role) *Account { return a.assume(id, role) }

// Shut is an account that could not be entered: there may be anything in it.
func Shut(w *snapshot.Writer, account string, why error) error {
	return w.Unit(snapshot.Unit{
		Account: account, Region: snapshot.Global, Read: "sts:AssumeRole", Types: types(Readers()), State: snapshot.Denied,
		Gap: &snapshot.Gap{State: snapshot.Denied, Action: "sts:AssumeRole", Detail: why.Error()},
	}, nil)
}

// operationOf is a call to a service of the table.
func operationOf(name, action, rows, page string) *operation {
	Readers()
	s := services[name]
	return &operation{name: name + ":" + action, service: s, action: action, rows: rows, pageIn: page, pageOut: page}
}

// plain is a fault in words for people.
func (f *fault) plain(what string) error {
	var dns *net.DNSError
	var network net.Error
	switch {
	case errors.Is(f.err, context.Canceled):
		return context.Canceled
	case f.expired():
		return errors.New("the credentials have expired; sign in again")
	case f.says("InvalidClientTokenId", "UnrecognizedClient", "SignatureDoesNotMatch", "AuthFailure", "InvalidAccessKeyId"):
		return fmt.Errorf("AWS does not accept the credentials (%s)", f.code)
	case f.unsigned:
		return f.err
	case f.denied():
		return fmt.Errorf("%s was denied", what)
	case errors.As(f.err, &dns):
		return fmt.Errorf("cannot reach AWS: %s is not found; is there a network?", dns.Name)
	case errors.As(f.err, &network):
		return errors.New("cannot reach AWS; is there a network?")
	}
	return fmt.Errorf("%s: %w", what, f)
}
