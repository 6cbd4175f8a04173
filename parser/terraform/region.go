package terraform

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
)

// partition is what the provider tells of a partition of AWS.
type partition struct{ name, dnsSuffix, reversed string }

// partitionOf is the partition that a region is in. Those of few are not known.
//
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/partition
func partitionOf(region string) (partition, bool) {
	switch parts := strings.Split(region, "-"); {
	case len(parts) == 4 && parts[0] == "us" && parts[1] == "gov":
		return partition{"aws-us-gov", "amazonaws.com", "com.amazonaws"}, true
	case len(parts) != 3:
		return partition{}, false
	case parts[0] == "cn":
		return partition{"aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"}, true
	case slices.Contains(strings.Fields("af ap ca eu il me mx sa us"), parts[0]):
		return partition{"aws", "amazonaws.com", "com.amazonaws"}, true
	}
	return partition{}, false
}

// regional is what a data source says of the region that its provider works in, where the
// provider's configuration names one.
func (r *resource) regional(name string) (cty.Value, bool) {
	region := r.region()
	if region == "" {
		return cty.NilVal, false
	}
	if r.key.typ == "aws_region" {
		switch name {
		case "id", "name", "region":
			return cty.StringVal(region), true
		}
		return cty.NilVal, false
	}
	if p, ok := partitionOf(region); ok {
		switch name {
		case "id", "partition":
			return cty.StringVal(p.name), true
		case "dns_suffix":
			return cty.StringVal(p.dnsSuffix), true
		case "reverse_dns_prefix":
			return cty.StringVal(p.reversed), true
		}
	}
	return cty.NilVal, false
}

// region is the region that a data source is asked for, or else that of its provider; "" if that
// is not known.
func (r *resource) region() string {
	for _, name := range [...]string{"region", "name"} {
		if a := r.block.body.attr(name); a != nil {
			if v := r.scope.value(a.expr); !v.IsNull() {
				return textOf(v)
			}
		}
	}
	if r.block.body.attr("endpoint") != nil {
		return ""
	}
	c, found := r.in.configured(r.providerName())
	if !found {
		return ""
	}
	expr := c.block.body.expr("region")
	if expr == nil {
		return "" // the environment has a say
	}
	return textOf(c.in.scope().value(expr))
}

func isRegional(mode model.Mode, typ string) bool {
	return mode == model.Data && (typ == "aws_partition" || typ == "aws_region")
}
