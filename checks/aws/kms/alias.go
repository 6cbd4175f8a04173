package kms

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// IsAlias tells whether an attribute names the key behind an alias, such as
// alias/aws/sqs for the one that AWS manages: by that alias, by its ARN, or by way of
// a data source that looks it up. A key that is made in the same scope is another.
func IsAlias(r *model.Resource, path, alias string) model.Truth {
	key := r.At(path)
	if key.State == model.Known {
		return named(key, alias)
	}
	for ref := range r.RefsAt(path) {
		target := r.Scope.Resource(ref.To)
		switch {
		case !ref.Exact:
		case target == nil:
			if strings.HasPrefix(ref.To, "aws_kms_key.") { // which is not declared, and would be made, not looked up
				return model.No
			}
		case target.Mode == model.Managed:
			return model.No
		case target.Type == "aws_kms_key":
			return named(target.At("key_id"), alias)
		case target.Type == "aws_kms_alias":
			return named(target.At("name"), alias)
		}
	}
	return named(key, alias)
}

func named(v model.Value, alias string) model.Truth {
	return v.Satisfies(func(s string) bool { return s == alias || strings.HasSuffix(s, ":"+alias) })
}
