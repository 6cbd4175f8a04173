//go:build !aws

package awslive

import "context"

// Open says that this binary cannot.
func Open(context.Context, Login) (*Account, string, error) { return nil, "", ErrNoSDK }
