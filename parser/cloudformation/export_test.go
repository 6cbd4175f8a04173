package cloudformation

import (
	"context"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// ParseUnmapped is Parse that leaves resources in CloudFormation's words.
func (l *Loader) ParseUnmapped(ctx context.Context, file string, in Inputs) (*model.Scope, diag.List, error) {
	r := newRun(ctx, l, file, in)
	r.emit = func(d cfnmap.Document) ([]*model.Resource, diag.List) {
		return []*model.Resource{{
			Type: d.Type, Address: d.Address, Block: d.Block, Mode: model.Managed, Native: true, Location: d.Location,
			Body: d.Properties, Refs: d.Refs, Doubtful: d.Doubtful, Condition: d.Condition,
		}}, nil
	}
	return r.parse()
}

// PolicyTemplates are the policy templates of SAM that are known.
func PolicyTemplates() []string { return sortedKeys(policyTemplates()) }
