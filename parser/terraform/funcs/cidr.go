package funcs

import (
	"fmt"
	"math/big"
	"net"
	"strings"

	"github.com/apparentlymart/go-cidr/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

func cidrFuncs() table {
	prefix := param("prefix", cty.String)
	newbits := param("newbits", cty.Number)
	return table{
		"cidrhost":     onPrefix(cty.String, cidrhost, nil, prefix, param("hostnum", cty.Number)),
		"cidrnetmask":  onPrefix(cty.String, cidrnetmask, nil, prefix),
		"cidrsubnet":   onPrefix(cty.String, cidrsubnet, nil, prefix, newbits, param("netnum", cty.Number)),
		"cidrsubnets":  onPrefix(cty.List(cty.String), cidrsubnets, &newbits, prefix),
		"cidrcontains": onStrings(cty.Bool, cidrcontains, "containing_prefix", "contained_ip_or_prefix"),
	}
}

// onPrefix makes a function of a CIDR block and numbers.
func onPrefix(ret cty.Type, impl func(*net.IPNet, []cty.Value) (cty.Value, error), rest *function.Parameter, params ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params:       params,
		VarParam:     rest,
		Type:         function.StaticReturnType(ret),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			block, err := parseBlock(args[0].AsString())
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			return impl(block, args[1:])
		},
	})
}

func cidrhost(block *net.IPNet, args []cty.Value) (cty.Value, error) {
	num, err := wholeNumber(args[0])
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	ip, err := cidr.HostBig(block, num)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(ip.String()), nil
}

func cidrnetmask(block *net.IPNet, _ []cty.Value) (cty.Value, error) {
	if block.IP.To4() == nil {
		return cty.NilVal, function.NewArgErrorf(0, "%s is an IPv6 block, which has no netmask", block)
	}
	return cty.StringVal(net.IP(block.Mask).String()), nil
}

// cidrsubnet takes negative newbits, which widen the block, as Terraform does.
func cidrsubnet(block *net.IPNet, args []cty.Value) (cty.Value, error) {
	var newbits int
	if err := gocty.FromCtyValue(args[0], &newbits); err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	num, err := wholeNumber(args[1])
	if err != nil {
		return cty.NilVal, function.NewArgError(2, err)
	}
	// The library panics on a prefix without bits if it has to be numbered.
	if bits, _ := block.Mask.Size(); bits+newbits < 0 || bits+newbits == 0 && num.Sign() != 0 {
		return cty.NilVal, function.NewArgErrorf(1, "%d bits cannot be taken from a prefix of %d", -newbits, bits)
	}
	subnet, err := cidr.SubnetBig(block, newbits, num)
	if err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(subnet.String()), nil
}

func cidrsubnets(block *net.IPNet, args []cty.Value) (cty.Value, error) {
	if len(args) == 0 {
		return cty.ListValEmpty(cty.String), nil
	}
	var last *net.IPNet
	subnets := make([]cty.Value, len(args))
	for i, arg := range args {
		bits, err := extend(block, arg)
		if err != nil {
			return cty.NilVal, function.NewArgError(i+1, err)
		}
		next := following(block, last, bits)
		if next == nil {
			return cty.NilVal, function.NewArgErrorf(i+1, "%s has no room for a subnet with a prefix of %d bits after %s", block, bits, last)
		}
		subnets[i], last = cty.StringVal(next.String()), next
	}
	return cty.ListVal(subnets), nil
}

// extend returns the length of the block's prefix plus newbits, of which Terraform allows 32 at most.
func extend(block *net.IPNet, newbits cty.Value) (int, error) {
	var more int
	if err := gocty.FromCtyValue(newbits, &more); err != nil {
		return 0, err
	}
	bits, size := block.Mask.Size()
	switch {
	case more < 1 || more > 32:
		return 0, fmt.Errorf("a prefix can be extended by 1 to 32 bits, not %d", more)
	case bits+more > size:
		return 0, fmt.Errorf("a prefix of %d bits is too long for an address of %d", bits+more, size)
	}
	return bits + more, nil
}

// following returns the first subnet of the block that lies after last, or nil if there is no room.
func following(block, last *net.IPNet, bits int) *net.IPNet {
	if last == nil {
		_, size := block.Mask.Size()
		return &net.IPNet{IP: block.IP, Mask: net.CIDRMask(bits, size)}
	}
	next, overflow := cidr.NextSubnet(last, bits)
	if overflow || !block.Contains(next.IP) {
		return nil
	}
	return next
}

func cidrcontains(args []string) (cty.Value, error) {
	outer, err := parseBlock(args[0])
	if err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	first, last, err := addressRange(args[1])
	if err != nil {
		return cty.NilVal, function.NewArgError(1, err)
	}
	if (outer.IP.To4() == nil) != (first.To4() == nil) {
		return cty.NilVal, fmt.Errorf("%s and %s are of different IP versions", args[0], args[1])
	}
	return cty.BoolVal(outer.Contains(first) && outer.Contains(last)), nil
}

// addressRange takes an address or a CIDR block.
func addressRange(s string) (first, last net.IP, err error) {
	if ip := net.ParseIP(s); ip != nil {
		return ip, ip, nil
	}
	block, err := parseBlock(s)
	if err != nil {
		return nil, nil, fmt.Errorf("%q is neither an IP address nor a CIDR block", s)
	}
	first, last = cidr.AddressRange(block)
	return first, last, nil
}

func parseBlock(s string) (*net.IPNet, error) {
	_, block, err := net.ParseCIDR(decimalOctets(s))
	if err != nil {
		return nil, fmt.Errorf("%q is not a CIDR block", s)
	}
	return block, nil
}

// decimalOctets removes leading zeros from an IPv4 address: Terraform reads 010.0.0.0 as 10.0.0.0, Go refuses it.
func decimalOctets(s string) string {
	addr, bits, _ := strings.Cut(s, "/")
	octets := strings.Split(addr, ".")
	if len(octets) != 4 || strings.Contains(addr, ":") {
		return s
	}
	for i, octet := range octets {
		if octet = strings.TrimLeft(octet, "0"); octet == "" && octets[i] != "" {
			octet = "0"
		}
		octets[i] = octet
	}
	return strings.Join(octets, ".") + "/" + bits
}

func wholeNumber(v cty.Value) (*big.Int, error) {
	f := v.AsBigFloat()
	if !f.IsInt() {
		return nil, fmt.Errorf("a whole number is required, not %s", f)
	}
	n, _ := f.Int(nil)
	return n, nil
}
