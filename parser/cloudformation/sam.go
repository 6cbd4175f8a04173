package cloudformation

func (s *stack) serverless(all []member) []member { return all }
