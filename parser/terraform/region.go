package terraform

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/vocabulary"
)

// partitionOf is the partition that a region is in, where the provider is sure to know it: not of the small ones, nor of what is no
// region.
func partitionOf(region string) (p *vocabulary.Partition, ok bool) {
	parts := strings.Split(region, "-")
	ok = len(parts) == 3 && slices.Contains(strings.Fields("af ap ca cn eu il me mx sa us"), parts[0]) ||
		len(parts) == 4 && parts[0] == "us" && parts[1] == "gov"
	return vocabulary.PartitionOf(region), ok
}

// regional is what a data source says of the region that its provider works in, where the
// provider's configuration names one.
//
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/partition
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
			return cty.StringVal(p.Name), true
		case "dns_suffix":
			return cty.StringVal(p.Domain), true
		case "reverse_dns_prefix":
			return cty.StringVal(reversed(p.Domain)), true
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

// reversed is a domain from its end.
func reversed(domain string) string {
	labels := strings.Split(domain, ".")
	slices.Reverse(labels)
	return strings.Join(labels, ".")
}

func isRegional(mode model.Mode, typ string) bool {
	return mode == model.Data && (typ == "aws_partition" || typ == "aws_region")
}
